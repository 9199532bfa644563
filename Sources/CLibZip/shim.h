#include <zip.h>  // documents of word processors

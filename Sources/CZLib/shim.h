#include <zlib.h>  // compressed files

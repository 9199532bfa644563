#include <zlib.h>  // compressed files, checksums of lines

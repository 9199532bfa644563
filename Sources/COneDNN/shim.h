#include <oneapi/dnnl/dnnl.h>  // oneDNN 2: engines, memory, matmul primitives; version 3 has another API

// glibc declares fallocate only under _GNU_SOURCE, which Swift's Glibc module is built without.
#pragma once

// off_t
#include <sys/types.h>

// FALLOC_FL_KEEP_SIZE
#include <linux/falloc.h>

// As fallocate(2) has it. (posix_fallocate, which Swift sees, would make the file longer.)
extern int fallocate(int fd, int mode, off_t offset, off_t length);

// Calls that glibc declares only where _GNU_SOURCE is defined, which Swift's importer of C does not do, and in a header that
// Swift's own module of glibc leaves out.
#pragma once

// mallopt
#include <malloc.h>

// off_t
#include <sys/types.h>

// FALLOC_FL_KEEP_SIZE
#include <linux/falloc.h>

int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);

// (posix_fallocate, which Swift sees, would make the file longer.)
int fallocate(int fd, int mode, off_t offset, off_t length);

// struct statx
#include <linux/stat.h>

int statx(int dirfd, const char *path, int flags, unsigned int mask, struct statx *buffer);

// (malloc.h, which declares it, is in no module of Swift's.)
int malloc_trim(size_t pad);

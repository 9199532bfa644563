// glibc declares renameat2 only where _GNU_SOURCE is defined, which Swift's importer of C does not do.
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);

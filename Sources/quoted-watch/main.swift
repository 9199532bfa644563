import CInotifyTools
print(unsafe inotifytools_initialize())

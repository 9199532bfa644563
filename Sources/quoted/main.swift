import ArgumentParser
import Logging
print("not yet")

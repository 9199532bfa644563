import Subprocess
import Crypto

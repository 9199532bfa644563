import Foundation
import SystemPackage

/// The system's error behind one of Foundation's.
struct POSIXCause {
    var code: Errno

    init(_ error: any Error) {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        if cause.domain == NSPOSIXErrorDomain {
            code = Errno(rawValue: CInt(cause.code))
        } else {
            code = error.code == CocoaError.fileReadNoSuchFile.rawValue ? .noSuchFileOrDirectory : .ioError
        }
    }

    var advice: (reason: String, remedy: String) {
        switch code {
        case .noSuchFileOrDirectory: ("there is no such file", "check its name")
        case .permissionDenied, .notPermitted: ("it may not be read", "check who may, with ls -l")
        case .isDirectory: ("is a folder", "name the files in it")
        default: ("it cannot be read: \(code)", "see whether its disk is in order")
        }
    }
}

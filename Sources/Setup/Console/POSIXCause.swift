import Foundation
package import SystemPackage

/// The system's error behind one of Foundation's.
package struct POSIXCause {
    package var code: Errno

    package init(_ error: any Error) { code = Self.code(of: error) }

    private static func code(of error: any Error) -> Errno {
        if let error = error as? POSIXError { return Errno(rawValue: error.code.rawValue) }
        if let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error { return code(of: cause) }
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Errno(rawValue: CInt(error.code)) }
        return switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: .noSuchFileOrDirectory
        case .fileReadNoPermission, .fileWriteNoPermission: .permissionDenied
        case .fileWriteFileExists: .fileExists
        case .fileWriteOutOfSpace: .noSpace
        case .fileWriteVolumeReadOnly: .readOnlyFileSystem
        default: .ioError
        }
    }

    package var advice: (reason: String, remedy: String) {
        switch code {
        case .noSuchFileOrDirectory: ("there is no such file", "check its name")
        case .permissionDenied, .notPermitted: ("it may not be read", "check who may, with ls -l")
        case .isDirectory: ("is a folder", "name the files in it")
        default: ("it cannot be read: \(code)", "check its disk")
        }
    }
}

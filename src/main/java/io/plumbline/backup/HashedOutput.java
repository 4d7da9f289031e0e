package io.plumbline.backup;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Hashes what is written, and drops it. */
final class HashedOutput extends DigestOutputStream {
    HashedOutput() {
        super(OutputStream.nullOutputStream(), BackupWriter.sha256());
    }

    /** Returns the hash, in hexadecimal. */
    String sha256() {
        return HexFormat.of().formatHex(getMessageDigest().digest());
    }
}

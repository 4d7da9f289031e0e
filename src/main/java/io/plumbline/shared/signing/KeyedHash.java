package io.plumbline.shared.signing;

/** Computes keyed hashes, so that the portal can recognize a text without storing it. */
public interface KeyedHash {
    /**
     * Returns the hash of a text, 32 bytes.
     *
     * @param purpose the use of the hash, in ASCII; the same text has a different hash for each purpose
     */
    byte[] hash(String purpose, String text);
}

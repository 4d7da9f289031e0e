package io.plumbline.shared;

/** Makes of a text what only the portal can make of it again: to know it when it comes back, without keeping it. */
public interface KeyedHash {
    /**
     * The hash of a text, 32 bytes.
     *
     * @param purpose what it is for, in ASCII; the same text has another hash for another purpose
     */
    byte[] of(String purpose, String text);
}

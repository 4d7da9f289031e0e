package io.plumbline.notes.cosign;

/**
 * What a supervisor has read before they decide.
 *
 * @param version the version of the note
 * @param history how many decisions and addenda the note has
 */
public record CosignSeen(long version, int history) {}

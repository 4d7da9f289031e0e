package io.plumbline.leads.calling;

/**
 * A note typed during a call to a lead and not logged yet.
 *
 * @param version the version that a save must carry; 0 if nothing has been typed yet
 * @param changedBy the name of the person who typed last; empty if nobody has
 */
public record CallNote(long version, String text, String changedBy) {}

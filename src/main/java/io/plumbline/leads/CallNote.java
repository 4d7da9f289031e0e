package io.plumbline.leads;

/**
 * What is typed during a call to a lead and not logged yet.
 *
 * @param version the version that a save carries; 0 where nothing was typed yet
 * @param changedBy the name of who typed it last; empty where nobody did
 */
public record CallNote(long version, String text, String changedBy) {}

package io.plumbline.access.permissions;

/**
 * Whether an account may do something now.
 *
 * @param sentence by which role; or what is missing, and who can give it
 */
public record AccountRight(boolean isGranted, String sentence) {}

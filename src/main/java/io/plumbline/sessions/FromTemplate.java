package io.plumbline.sessions;

/**
 * The origin of a field that a note template filled in.
 *
 * @param template the name that the template had then
 * @param hash the hash of what it filled in
 */
public record FromTemplate(String template, String hash) {}

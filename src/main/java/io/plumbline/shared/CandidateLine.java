package io.plumbline.shared;

/**
 * A person who may be the same as the one being added, as every form for adding a person shows them.
 *
 * @param address the URL of the person's page
 * @param about what distinguishes the person from others of the same name
 * @param why what matches
 */
public record CandidateLine(String name, String address, String about, String why) {}

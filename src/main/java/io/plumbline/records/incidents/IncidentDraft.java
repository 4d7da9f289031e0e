package io.plumbline.records.incidents;

import java.time.LocalDate;

/**
 * An incident as it is recorded.
 *
 * @param what what happened, 1 to 2000 characters, without clinical content
 * @param discoveredOn not in the future
 * @param username whose accesses it is about; blank for those of everybody
 * @param from the first day of these accesses
 * @param until the last day; not before the first, and at most a year after it
 */
public record IncidentDraft(String what, LocalDate discoveredOn, String username, LocalDate from, LocalDate until) {
    public static final int LONGEST_WORDS = 2000;
    public static final int MOST_DAYS = 366;
}

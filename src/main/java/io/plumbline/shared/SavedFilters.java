package io.plumbline.shared;

import java.util.Map;

/** The current user's saved filters of one list. */
public interface SavedFilters {
    /** Message for a name that another saved filter has. */
    String NAME_TAKEN = "You already have saved filters with this name. Choose another name";

    /** The longest name, in characters. */
    int LONGEST_NAME = 60;

    /** Returns the query string of each saved filter by name. */
    Map<String, String> findForCurrentUser();

    /**
     * Saves a filter, replacing one with the same name.
     *
     * @param name at most {@link #LONGEST_NAME} characters
     * @param query the query string from the URL
     * @throws Refused if the name is missing or too long, or there are too many saved filters, with a message for the
     *     user
     */
    void save(String name, String query);

    /**
     * Renames a saved filter.
     *
     * @param name at most {@link #LONGEST_NAME} characters
     * @throws Refused if the name is missing, too long or taken, or the filter no longer exists, with a message for the
     *     user
     */
    void rename(String before, String name);

    /** Deletes a saved filter; does nothing if there is none. */
    void remove(String name);
}

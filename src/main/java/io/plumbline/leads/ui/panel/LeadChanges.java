package io.plumbline.leads.ui.panel;

/** What the parts of a lead panel ask of the panel when they change its lead. */
interface LeadChanges {
    /** Runs an action on the lead and reloads it; shows in place why the action was refused. */
    void attempt(Runnable action);

    /** Reloads the lead after a dialog has changed it. */
    void reload();

    /** Shows the lead as it is now, unless it is being edited or the panel was closed. */
    void refresh();

    /** Opens the form for the details of the lead. */
    void edit();
}

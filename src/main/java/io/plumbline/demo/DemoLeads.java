package io.plumbline.demo;

import io.plumbline.clinics.DayPart;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** Invented leads at different stages. */
final class DemoLeads {
    private static final CallWindow MORNINGS = new CallWindow(Set.of(), Set.of(DayPart.MORNING));
    private static final CallWindow TUESDAY_OR_THURSDAY =
            new CallWindow(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), Set.of(DayPart.AFTERNOON));

    static final List<Enquiry> ALL = List.of(
            new Enquiry(
                    "Malik Farah",
                    "My back locks when I rise from a chair.",
                    MORNINGS,
                    LeadSource.WEBSITE,
                    "harbour",
                    Stage.NEW),
            new Enquiry(
                    "Tobias Reyes",
                    "I would like a massage for desk-work tension.",
                    CallWindow.ANY_TIME,
                    LeadSource.FRIEND,
                    "harbour",
                    Stage.NEW),
            new Enquiry(
                    "Sara Lind",
                    "Lower back tight after long drives, three weeks now.",
                    TUESDAY_OR_THURSDAY,
                    LeadSource.SEARCH,
                    "mill",
                    Stage.NEW),
            new Enquiry(
                    "Grace Addo",
                    "Pain after lifting my child, five days.",
                    CallWindow.ANY_TIME,
                    LeadSource.WEBSITE,
                    "",
                    Stage.NEW),
            new Enquiry(
                    "Omar Aziz",
                    "Stiff every morning, I sit nine hours a day.",
                    MORNINGS,
                    LeadSource.SIGN,
                    "harbour",
                    Stage.ATTEMPTING),
            new Enquiry(
                    "Julia Kowalska",
                    "Second opinion on exercises.",
                    CallWindow.ANY_TIME,
                    LeadSource.PRACTITIONER,
                    "mill",
                    Stage.ATTEMPTING),
            new Enquiry(
                    "Ben Whitlock",
                    "Asked about chiropractic and massage together.",
                    CallWindow.ANY_TIME,
                    LeadSource.INSURANCE,
                    "harbour",
                    Stage.CONTACTED),
            new Enquiry(
                    "Chiara Conti",
                    "Hip and lower back, from running.",
                    TUESDAY_OR_THURSDAY,
                    LeadSource.EVENT,
                    "mill",
                    Stage.NURTURE),
            new Enquiry(
                    "Per Lund",
                    "Wanted to know what it costs.",
                    CallWindow.ANY_TIME,
                    LeadSource.OTHER,
                    "harbour",
                    Stage.LOST));

    private DemoLeads() {}

    /** The stage of a lead. */
    enum Stage {
        NEW,
        ATTEMPTING,
        CONTACTED,
        NURTURE,
        LOST
    }

    /**
     * A request for a consultation.
     *
     * @param clinic the code of the preferred clinic; empty for none
     */
    record Enquiry(String name, String concern, CallWindow window, LeadSource source, String clinic, Stage stage) {}
}

package io.plumbline.onlineintake;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.LeadId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Implemented by {@code leads}: what online intakes ask about leads. A lead that has an online intake is merged into no
 * other lead.
 */
public interface OnlineLeads {
    /**
     * A lead before its form.
     *
     * @param phone the phone whose last four digits are asked for; null if none is recorded
     * @param open whether the lead is still open
     * @param address the e-mail address; null if none is recorded
     */
    record KnownLead(
            @Nullable PhoneNumber phone,
            boolean open,
            @Nullable KnownAddress address) {}

    /**
     * Answers of a lead that must not wait.
     *
     * @param level the level of the most urgent finding
     * @param yes the questions of the red-flag screen that were answered yes and led to the findings
     * @param isNew whether one of them was not yet answered yes in this form
     */
    record Urgent(OnlineIntakeId intake, LeadId lead, FlagLevel level, Set<String> yes, boolean isNew) {
        public Urgent {
            yes = Set.copyOf(yes);
        }
    }

    /** Finds a lead, also one that became a patient. */
    Optional<KnownLead> find(LeadId lead);

    /** Locks a lead until the end of the transaction. */
    void lock(LeadId lead);

    /**
     * Asks for the clinical review of a lead because of its answers, unless nothing among them is new and a clinician has
     * decided. The lead is locked.
     */
    void askForReview(Urgent answers);

    /**
     * Returns the questions of the red-flag screen that a lead answered yes, here or in a request, and that no clinician
     * has decided.
     *
     * @param intakes all online intakes of the lead; the answers of each may have become a lead of their own
     */
    Set<String> findUndecidedYes(LeadId lead, Collection<OnlineIntakeId> intakes);
}

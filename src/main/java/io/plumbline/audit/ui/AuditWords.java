package io.plumbline.audit.ui;

import io.plumbline.audit.AuditRow;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Labels for audit entries on screen. */
final class AuditWords {
    /** Kinds whose label cannot be derived from the prefix and the verb. */
    private static final Map<String, String> OWN_WORDS = Map.ofEntries(
            Map.entry("audit.export-started", "Export of the audit trail started"),
            Map.entry("audit.exported", "Audit trail exported"),
            Map.entry("audit.export-not-finished", "Export of the audit trail not finished"),
            Map.entry("anomaly.listed", "Anomalies listed"),
            Map.entry("downtime.sheet-made", "Downtime sheet made"),
            Map.entry("downtime.noted", "Portal was away"),
            Map.entry("downtime.dismissed", "Visits on paper dismissed"),
            Map.entry("job.held", "Job put on hold"),
            Map.entry("job.released", "Job hold released"),
            Map.entry("patient.listed", "Patients listed"),
            Map.entry("patient.searched", "Patients searched"),
            Map.entry("lead.listed", "Leads listed"),
            Map.entry("lead.report-exported", "Report of leads exported"),
            Map.entry("note.carried-text-exported", "Figures of carried text exported"),
            Map.entry("lead.queue-listed", "Call now listed"),
            Map.entry("lead.board-listed", "Pipeline listed"),
            Map.entry("lead.twins-listed", "Possible duplicates listed"),
            Map.entry("lead.reviews-listed", "Leads in clinical review listed"),
            Map.entry("account.display-chosen", "Display settings changed"),
            Map.entry("account.password-changed", "Password changed"),
            Map.entry("account.sessions-ended", "Own sessions signed out"),
            Map.entry("schedule.listed", "Schedule viewed"),
            Map.entry("sensitive.marked", "Patient marked as sensitive"),
            Map.entry("sensitive.named", "Person added to a sensitive record"),
            Map.entry("sensitive.removed", "Person removed from a sensitive record"),
            Map.entry("sensitive.lifted", "Mark of a sensitive patient removed"),
            Map.entry("sensitive.viewed", "Mark of a sensitive patient viewed"),
            Map.entry("sensitive.listed", "Sensitive patients listed"),
            Map.entry("schedule.exported", "Schedule exported"),
            Map.entry("schedule.printed", "Day sheet printed"),
            Map.entry("plan.exported", "Treatment plans exported"),
            Map.entry("plan.listed", "Treatment plans listed"),
            Map.entry("note-template.added", "Note template added"),
            Map.entry("note-template.edited", "Note template edited"),
            Map.entry("note-template.retired", "Note template retired"),
            Map.entry("note-template.offered-again", "Note template offered again"),
            Map.entry("phrase.added", "Phrase added"),
            Map.entry("phrase.edited", "Phrase edited"),
            Map.entry("phrase.retired", "Phrase retired"),
            Map.entry("phrase.offered-again", "Phrase offered again"),
            Map.entry("phrase.deleted", "Phrase deleted"),
            Map.entry("consent-text.written", "Consent text edited"),
            Map.entry("consent-text.published", "Consent text published"),
            Map.entry("consent-text.discarded", "Consent text draft discarded"),
            Map.entry("consent.printed", "Consent printed"),
            Map.entry("intake-form.written", "Intake form edited"),
            Map.entry("intake-form.published", "Intake form published"),
            Map.entry("intake-form.discarded", "Intake form draft discarded"),
            Map.entry("intake-form.moved", "Intake form retired or offered again"),
            Map.entry("plan-template.written", "Plan template edited"),
            Map.entry("plan-template.published", "Plan template published"),
            Map.entry("plan-template.discarded", "Plan template draft discarded"),
            Map.entry("plan-template.moved", "Plan template retired or offered again"),
            Map.entry("order.listed", "Checkout orders listed"),
            Map.entry("order.opened", "Checkout order viewed"),
            Map.entry("order.prepared", "Checkout order prepared"),
            Map.entry("order.placed", "Checkout order placed"),
            Map.entry("order.booked", "Checkout order booked"),
            Map.entry("order.reopened", "Checkout order open again"),
            Map.entry("order.handed-over", "Home program handed over"),
            Map.entry("order.called", "Follow-up call made"),
            Map.entry("order.declined", "Checkout order declined"),
            Map.entry("order.withdrawn", "Checkout order withdrawn"),
            Map.entry("recall.listed", "Recall board viewed"),
            Map.entry("recall.opened", "Recall viewed"),
            Map.entry("recall.claimed", "Recall: calling now"),
            Map.entry("recall.released", "Recall: not calling any more"),
            Map.entry("recall.attempted", "Recall attempt recorded"),
            Map.entry("recall.declined", "Recall declined"),
            Map.entry("recall.won-back", "Recall won back"),
            Map.entry("recall.undone", "Recall attempt undone"),
            Map.entry("diagnosis.imported", "Official file of diagnoses imported"),
            Map.entry("import.begun", "File of patients received for an import"),
            Map.entry("import.checked", "File of patients checked for an import"),
            Map.entry("import.started", "Import of patients started or resumed"),
            Map.entry("import.stopped", "Import of patients stopped"),
            Map.entry("import.decided", "Possible duplicates of an import decided"),
            Map.entry("import.problems-downloaded", "Rows that are not imported downloaded"),
            Map.entry("import.matched", "Row of an import matched to a patient"),
            Map.entry("import.done", "Import of patients done"),
            Map.entry("import.reverted", "Import of patients undone"),
            Map.entry("patient.exported", "Patients exported"),
            Map.entry("patient.removed", "Patient of an import removed again"),
            Map.entry("attachment.listed", "Files of a patient listed"),
            Map.entry("attachment.previewed", "Page of a file shown"),
            Map.entry("attachment.entered-in-error", "File marked as entered in error"),
            Map.entry("attachment.not-as-added", "File found altered or missing in the file store"),
            Map.entry("flag.listed", "Red flags listed"),
            Map.entry("note.unsigned-listed", "Unsigned notes listed"),
            Map.entry("note.searched", "Session notes searched"),
            Map.entry("note.range-printed", "Session notes printed"),
            Map.entry("note.addendum-written", "Addendum to a session note written"),
            Map.entry("note.addendum-discarded", "Addendum to a session note discarded"),
            Map.entry("note.taken-over", "Session note of a deactivated practitioner taken over"),
            Map.entry("note.privacy-changed", "Readers of a session note changed"),
            Map.entry("note.restricted-opened", "Restricted session note viewed without its content"),
            Map.entry("note.closed-unread", "Session note draft closed unread"),
            Map.entry("note.cosigned", "Session note co-signed"),
            Map.entry("note.returned", "Session note returned to its author"),
            Map.entry("note.cosign-listed", "Notes to co-sign listed"),
            Map.entry("supervision.named", "Supervisor named"),
            Map.entry("note.awaiting-cosignature", "Signed session note waits for a co-signature"),
            Map.entry("note.entered-in-error", "Session note marked as entered in error"),
            Map.entry("plan.delivery-taken-back", "Delivered visit taken back"),
            Map.entry("opening.listed", "Break-glass accesses listed"),
            Map.entry("account.link-made", "One-time link created"),
            Map.entry("account.provider-linked", "Account linked to single sign-on"),
            Map.entry("account.provider-address", "E-mail address for single sign-on changed"),
            Map.entry("screen.locked", "Screen locked"),
            Map.entry("screen.unlocked", "Screen unlocked"),
            Map.entry("unlock.refused", "Unlocking refused"),
            Map.entry("pin.set", "Signing PIN set"),
            Map.entry("pin.removed", "Signing PIN removed"),
            Map.entry("pin.off", "Signing PIN disabled by wrong tries"),
            Map.entry("factor.set-up", "Two-step sign-in set up"),
            Map.entry("factor.removed", "Two-step sign-in turned off"),
            Map.entry("factor.reset", "Two-step sign-in removed after a lost device"),
            Map.entry("factor.codes-renewed", "New recovery codes made"),
            Map.entry("factor.code-refused", "Sign-in code or passkey refused"),
            Map.entry("factor.passkey-added", "Passkey added"),
            Map.entry("factor.passkey-removed", "Passkey removed"),
            Map.entry("factor.recovery-code-used", "Recovery code used"),
            Map.entry("appointment.given", "Appointment reassigned"),
            Map.entry("appointment.taken-back", "Appointment status undone"),
            Map.entry("exercise.moved", "Exercise status changed"),
            Map.entry("flag.chart-opened", "Chart access given by red flag"),
            Map.entry("hold.treated", "Treated during a hold"),
            Map.entry("hold.treatment-seen", "Treatment during a hold acknowledged"),
            Map.entry("lead.asked-again", "Lead received again"),
            Map.entry("lead.moved", "Lead status changed"),
            Map.entry("lead.twin-dismissed", "Duplicate candidate dismissed"),
            Map.entry("lead.dismissal-undone", "Dismissal of duplicate candidate undone"),
            Map.entry("patient.duplicate-dismissed", "Possible duplicate of a patient dismissed"),
            Map.entry("patient.dismissal-undone", "Possible duplicate of a patient proposed again"),
            Map.entry("online-intake.from-clinic", "Online intake answered from the clinic"),
            Map.entry("online-intake.code-sent", "Code of an online intake mailed"),
            Map.entry("online-intake.continued", "Online intake continued by a code"),
            Map.entry("online-intake.reopened", "Online intake opened again in the browser that saved it"),
            Map.entry("online-intake.begun-again", "Online intake begun again without a code"),
            Map.entry("online-intake.confirmed", "Online intake confirmed with the patient"),
            Map.entry("online-intake.passed", "Online intake of a lead given to the patient"),
            Map.entry("opening.overdue", "Review of break-glass access overdue"),
            Map.entry("opening.closed", "Break-glass access ended"),
            Map.entry("opening.refused", "Break-glass access refused"),
            Map.entry("plan.step", "Treatment plan step decided"),
            Map.entry("plan.referral-taken-back", "Decision to refer taken back"),
            Map.entry("plan.reevaluated", "Patient re-evaluated"),
            Map.entry("plan.handed-over", "Plan handed over"),
            Map.entry("plan.revised", "Plan revised"),
            Map.entry("plan.revision-edited", "Plan revision edited"),
            Map.entry("plan.revision-discarded", "Plan revision discarded"),
            Map.entry("plan.factor-noted", "Contributing factor updated"),
            Map.entry("plan.moved", "Treatment plan status changed"),
            Map.entry("reaction.recorded", "Adverse reaction recorded"),
            Map.entry("reaction.followed-up", "Adverse reaction followed up"),
            Map.entry("reaction.outcome-changed", "Outcome of an adverse reaction changed"),
            Map.entry("reaction.entered-in-error", "Adverse reaction entered in error"),
            Map.entry("reaction.viewed", "Adverse reactions viewed"),
            Map.entry("reaction.listed", "Due follow-ups of adverse reactions listed"),
            Map.entry("record.section-read", "Section of a record read"),
            Map.entry("referral.asked", "Patient referred"),
            Map.entry("referral.due-changed", "Referral due date changed"),
            Map.entry("referral.listed", "Referrals listed"),
            Map.entry("signature.refused", "Signature refused"),
            Map.entry("signin.refused", "Sign-in refused"),
            Map.entry("intake.amendment-begun", "Amendment of an intake note begun"),
            Map.entry("flag.clearance-proposed", "Clearing of a red flag proposed"),
            Map.entry("flag.clearance-confirmed", "Clearing of a red flag confirmed by a second clinician"),
            Map.entry("flag.clearance-refused", "Clearing of a red flag refused by a second clinician"),
            Map.entry("flag.clearance-withdrawn", "Proposal to clear a red flag withdrawn"),
            Map.entry("flag.document-filed", "Document of an outside examiner linked to a red flag"),
            Map.entry("flag.taken", "Red flag taken"),
            Map.entry("flag.sensitive-opened", "Sensitive record opened because of a red flag"),
            Map.entry("flag.taken-back", "Finding of a red flag taken back by an amended note"),
            Map.entry("intake.to-conclude-listed", "Intake notes to conclude listed"),
            Map.entry("note.not-as-signed", "Session note found altered after signing"),
            Map.entry("intake.not-as-signed", "Intake note found altered after signing"),
            Map.entry("note.warning-withdrawn", "Session note is as signed: an earlier warning is withdrawn"));

    /** A state as the trail has it, such as NO_ANSWER. */
    private static final Pattern STATE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

    /** Names of records whose stored prefix is shorter or older than the name on screen. */
    private static final Map<String, String> RECORDS = Map.of(
            "attachment", "File",
            "content", "Record hash:",
            "flag", "Red flag",
            "intake", "Intake note",
            "note", "Session note",
            "opening", "Break-glass access",
            "plan", "Treatment plan");

    /** Verbs whose stored form is older than the word on screen; what is stored never changes. */
    private static final Map<String, String> VERBS = Map.of(
            "begun", "started",
            "changed", "edited",
            "corrected", "edited",
            "opened", "viewed",
            "refused", "access refused",
            "switched-off", "deactivated",
            "switched-on", "reactivated",
            "written", "edited");

    private AuditWords() {}

    /** Returns the detail of an entry with its states in words: <em>outcome no answer</em> for that of a call. */
    static String detail(AuditRow row) {
        return STATE.matcher(row.detail())
                .replaceAll(state -> state.group().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Returns the patient's number, or else the name of the account, practitioner or clinic. */
    static String whom(AuditRow row) {
        return Stream.of(row.patient(), row.about())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the label of a kind: <em>Patient viewed</em> for <em>patient.opened</em>; a list has the name of its
     * screen.
     */
    static String kind(String kind) {
        var own = OWN_WORDS.get(kind);
        if (own != null) {
            return own;
        }
        var dot = kind.indexOf('.');
        var record = kind.substring(0, dot);
        var verb = kind.substring(dot + 1);
        var words = RECORDS.getOrDefault(record, record.replace('-', ' ')) + " "
                + VERBS.getOrDefault(verb, verb.replace('-', ' ').replace("signin", "sign-in"));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

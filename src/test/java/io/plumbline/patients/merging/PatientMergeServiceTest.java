package io.plumbline.patients.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeService;
import io.plumbline.measures.MeasureService;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteService;
import io.plumbline.orders.OrderListService;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.phases.PlanPhase;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.reactions.ReactionService;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What every store promises of merged records: read as one, safe for both, and each as before once unmerged. */
@StoreTest
@OnMySql("two opposite merges are decided by a row lock")
class PatientMergeServiceTest {
    private static final String WHY = "Same birth date, confirmed by phone";

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientMergeService merges;

    @Autowired
    PatientService patients;

    @Autowired
    AlertService alerts;

    @Autowired
    SafetyService safety;

    @Autowired
    NoteService notes;

    @Autowired
    NoteHistoryService history;

    @Autowired
    AppointmentService appointments;

    @Autowired
    IntakeService intake;

    @Autowired
    PlanService plans;

    @Autowired
    MeasureService measures;

    @Autowired
    ReactionService reactions;

    @Autowired
    ReferralListService referrals;

    @Autowired
    OrderListService orders;

    @Autowired
    AttachmentService attachments;

    @Autowired
    ScheduleService schedule;

    @Autowired
    List<PatientTimeline> timelines;

    @Test
    void mergedRecordsReadAsOneAndEachAsBeforeOnceUnmerged() {
        var kept = care.treated("Kept");
        var merged = care.treated("Merged");
        alert(kept, AlertKind.LATEX_ALLERGY, "");
        alert(merged, AlertKind.OIL_ALLERGY, "arnica");
        care.activePlan(kept, "Low back pain");
        care.earlierNote(kept);
        care.earlierNote(merged);
        care.signIntake(merged, care.assessed("Neck pain"));
        care.raise(merged, group.west, "RF-INF-1");
        var keptBefore = readingOf(kept);
        var mergedBefore = readingOf(merged);
        var keptName = opened(kept).name();
        var mergedName = opened(merged).name();

        merge(merged, kept);
        var together = readingOf(kept);
        assertThat(readingOf(merged)).as("both addresses lead to one record").isEqualTo(together);
        keptBefore.forEach((reading, rows) -> {
            // one person has one name while the records are one
            var ofOther = Objects.requireNonNull(mergedBefore.get(reading)).stream()
                    .map(row -> row.replace(mergedName, keptName))
                    .toList();
            assertThat(together.get(reading)).as(reading).containsAll(rows).containsAll(ofOther);
            if (!List.of("care team", "clinics").contains(reading)) {
                assertThat(together.get(reading)).as(reading).hasSize(rows.size() + ofOther.size());
            }
        });
        assertThat(opened(kept).id()).isEqualTo(kept);
        assertThat(opened(merged).id()).isEqualTo(kept);
        assertThat(opened(merged).merged()).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(merged);
            assertThat(record.reason()).isEqualTo(WHY);
        });
        assertThat(opened(kept).conflicts()).hasSize(2).allMatch(conflict -> conflict.contains("says nothing"));

        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(readingOf(kept)).isEqualTo(keptBefore);
        assertThat(readingOf(merged)).isEqualTo(mergedBefore);
        assertThat(opened(merged).conflicts()).isEmpty();
    }

    @Test
    void whatOnlyTheMergedRecordKnowsIsReadBesideTheOtherAndReturnsWithIt() {
        var kept = group.patient("Ada", "Roe", group.west);
        var merged = group.patient("Ada", "Rowe", group.west);
        var before = opened("manager", merged);
        var known = new PatientDraft(
                "Ada",
                "Rowe",
                "Addie",
                "",
                null,
                "",
                "Vietnamese",
                new PhoneNumber("+16025550191"),
                new EmailAddress("ada@example.org"),
                "",
                "",
                new PatientDraft.EmergencyContact("Ben Roe", "husband", new PhoneNumber("+16025550192")),
                PatientDraft.Guardian.NONE,
                new PatientReach(
                        null,
                        List.of(new PatientReach.OtherPhone(
                                PatientReach.PhoneKind.WORK, new PhoneNumber("+16025550193"))),
                        PatientReach.PostalAddress.NONE,
                        true));
        staff.doAs("westdesk", () -> patients.correct(merged, before.version(), known));
        merge(merged, kept);
        var together = opened("westdesk", kept);
        assertThat(together.header().about()).contains("interpreter needed: Vietnamese");
        assertThat(together.merged()).singleElement().satisfies(record -> {
            assertThat(record.draft()).isEqualTo(known);
            assertThat(record.knowsMore(together.draft()))
                    .contains("familyName", "preferredName", "language", "phone", "email", "emergency", "otherPhones")
                    .doesNotContain("givenName", "guardian", "address", "occupation");
        });
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(opened("westdesk", merged).draft()).isEqualTo(known);
        assertThat(opened("westdesk", kept).header().about()).doesNotContain("interpreter");
    }

    @Test
    void aHoldOfEitherRecordHoldsForBothUntilTheyAreUnmerged() {
        var kept = care.treated("Held Kept");
        var merged = care.treated("Held Merged");
        care.raise(merged, group.west, "RF-INF-1");
        assertThat(care.isOnHold(kept)).isFalse();
        var plan = care.draftPlan(
                kept,
                "Low back pain",
                group.west,
                care.today(),
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 4));
        merge(merged, kept);
        assertThat(care.isOnHold(kept)).isTrue();
        var day = care.emptyDay();
        assertThatThrownBy(() -> care.bookMassage(kept, day)).hasMessageContaining("Clinical hold");
        assertThatThrownBy(() ->
                        staff.doAs("chiropractor", () -> plans.activate(plan, care.versionOf(plan), TestCare.AGREED)))
                .isInstanceOf(Refused.class);
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(care.isOnHold(kept)).isFalse();
        assertThat(care.isOnHold(merged)).isTrue();
    }

    @Test
    void aFlagRaisedWhileMergedHoldsForBothAndClearedForBoth() {
        var kept = care.treated("Raised Kept");
        var merged = care.treated("Raised Merged");
        merge(merged, kept);
        care.raise(kept, group.west, "RF-INF-1");
        assertThat(care.isOnHold(merged)).isTrue();
        assertThatThrownBy(() -> care.bookMassage(kept, care.emptyDay())).hasMessageContaining("Clinical hold");
        // each record has a flag of its own, so that it is held after an unmerge too
        care.raise(merged, group.west, "RF-INF-1");
        assertThat(staff.as("chiropractor", () -> safety.findByPatient(merged))).hasSize(2);
        care.decideAll(merged);
        assertThat(care.isOnHold(kept)).isFalse();
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(care.isOnHold(kept)).isFalse();
        assertThat(care.isOnHold(merged)).isFalse();
    }

    @Test
    void aPlanThatRunsWhenAFlagOfTheOtherRecordComesIsHeldToo() {
        var kept = care.treated("Plan Kept");
        var merged = care.treated("Plan Merged");
        var plan = care.activePlan(kept, "Low back pain");
        care.raise(merged, group.west, "RF-INF-1");
        merge(merged, kept);
        care.move(plan, PlanStatus.ON_HOLD, "Away for a week in June");
        assertThatThrownBy(() -> care.move(plan, PlanStatus.ACTIVE, "Back again from the journey"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whoSeesOneOfTheRecordsSeesBothWhileTheyAreMerged() {
        var kept = care.patient("Seen Kept", group.west);
        var merged = care.treated("Seen Merged");
        assertThat(staff.as("therapist", () -> patients.details(kept))).isEmpty();
        merge(merged, kept);
        assertThat(staff.as("therapist", () -> patients.details(kept))).isPresent();
        assertThat(staff.as("therapist", () -> patients.list(null, 1000)))
                .extracting(PatientRow::id)
                .contains(kept)
                .doesNotContain(merged);
        assertThat(staff.as("guesser", () -> patients.details(kept))).isEmpty();
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(staff.as("therapist", () -> patients.details(kept))).isEmpty();
    }

    @Test
    void theSearchFindsThePersonOnceByTheNamesOfBothRecords() {
        var kept = group.patient("Willoughby", "Keptname", group.west);
        var merged = group.patient("Wilhelmina", "Mergedname", group.east);
        var number = opened("manager", merged).number();
        merge(merged, kept);
        assertThat(found("westdesk", "Mergedname")).containsExactly(kept);
        assertThat(found("westdesk", "Wilhelmina Mergedname")).containsExactly(kept);
        assertThat(found("manager", number)).containsExactly(kept);
        assertThat(found("eastdesk", "Keptname"))
                .as("the clinic that knew the merged record")
                .containsExactly(kept);
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(found("westdesk", "Mergedname")).isEmpty();
        assertThat(found("eastdesk", "Mergedname")).containsExactly(merged);
        assertThat(found("eastdesk", "Keptname")).isEmpty();
    }

    @Test
    void aClinicThatBookedWhileTheyWereMergedStillKnowsTheRecord() {
        var kept = group.patient("Booked", "Kept", group.west);
        var merged = group.patient("Booked", "Merged", group.east);
        merge(merged, kept);
        group.book(group.chiropractor, kept, group.east, care.today().plusDays(85), LocalTime.of(3, 0));
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(staff.as("eastdesk", () -> patients.details(kept))).isPresent();
    }

    @Test
    void onlyAManagerOfBothRecordsMergesThem() {
        var own = group.own("q");
        var foreign = group.patient("Foreign", "Record", own.id(), own.manager());
        var mine = group.patient("My", "Record", group.west);
        assertThatThrownBy(() -> merge(foreign, mine)).isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> merge(mine, foreign)).isInstanceOf(NotAvailable.class);
        for (var who : List.of("westdesk", "chiropractor", "therapist", "auditor")) {
            assertThatThrownBy(() -> staff.doAs(who, () -> merges.merge(mine, foreign, WHY)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        var other = group.patient("Other", "Record", group.west);
        merge(mine, other);
        assertThatThrownBy(() -> staff.doAs(own.manager(), () -> merges.unmerge(mine)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void aChainIsReadUnderItsFirstRecordAndACycleIsRefused() {
        var first = care.treated("First");
        var second = care.treated("Second");
        var third = care.treated("Third");
        merge(third, second);
        merge(second, first);
        assertThat(opened(third).id()).isEqualTo(first);
        assertThat(opened(first).records()).containsExactlyInAnyOrder(first, second, third);
        assertThatThrownBy(() -> merge(first, third)).hasMessageContaining("already merged");
        assertThatThrownBy(() -> merge(first, first)).hasMessageContaining("itself");
        assertThatThrownBy(() -> merge(third, first)).hasMessageContaining("already merged");
        var fourth = care.treated("Fourth");
        assertThatThrownBy(() -> merge(third, fourth)).hasMessageContaining("already merged");
        staff.doAs("manager", () -> merges.unmerge(second));
        assertThat(opened(first).records()).containsExactly(first);
        assertThat(opened(third).id()).isEqualTo(second);
        staff.doAs("manager", () -> merges.unmerge(third));
        assertThat(opened(third).records()).containsExactly(third);
        assertThatThrownBy(() -> staff.doAs("manager", () -> merges.unmerge(third)))
                .hasMessageContaining("no longer merged");
    }

    @Test
    void aVisitInTreatmentAndTwoRunningPlansAreFinishedFirst() {
        var kept = care.treated("Two Plans");
        var merged = care.treated("Other Plan");
        care.activePlan(kept, "Low back pain");
        var second = care.activePlan(merged, "Neck pain");
        assertThatThrownBy(() -> merge(merged, kept)).hasMessageContaining("treatment plan");
        care.move(second, PlanStatus.REVOKED, "It is one and the same person");
        merge(merged, kept);
        assertThat(care.header(merged).title()).isEqualTo(care.header(kept).title());

        var treated = care.treated("In Treatment");
        var visit = care.bookMassage(treated, care.today());
        for (var next : List.of(AppointmentStatus.ARRIVED, AppointmentStatus.IN_TREATMENT)) {
            var version = staff.as("manager", () -> appointments.find(visit))
                    .orElseThrow()
                    .row()
                    .version();
            staff.doAs("therapist", () -> appointments.mark(visit, version, next));
        }
        var other = care.treated("Not In Treatment");
        assertThatThrownBy(() -> merge(treated, other)).hasMessageContaining("in treatment");
        assertThatThrownBy(() -> merge(other, treated)).hasMessageContaining("in treatment");
    }

    @Test
    void aReasonIsAskedAndBothRecordsHaveTheMergeInTheirTrail() {
        var kept = care.treated("Trail Kept");
        var merged = care.treated("Trail Merged");
        assertThatThrownBy(() -> staff.doAs("manager", () -> merges.merge(merged, kept, " ")))
                .isInstanceOf(Refused.class);
        merge(merged, kept);
        staff.as("chiropractor", () -> patients.open(kept));
        for (var record : List.of(kept, merged)) {
            assertThat(care.auditOf("patient.merged", record)).isEqualTo(1);
            assertThat(care.auditOf("patient.opened", record))
                    .as("each record that was read")
                    .isEqualTo(1);
        }
        staff.doAs("manager", () -> merges.unmerge(merged));
        assertThat(care.auditOf("patient.unmerged", merged)).isEqualTo(1);
    }

    @Test
    void ofTwoManagersWhoMergeOppositeWaysOneIsRefused() throws Exception {
        var one = care.treated("Opposite One");
        var other = care.treated("Opposite Other");
        Callable<Boolean> there = () -> isMerged(one, other);
        Callable<Boolean> back = () -> isMerged(other, one);
        try (var both = Executors.newFixedThreadPool(2)) {
            var results = both.invokeAll(List.of(there, back));
            assertThat(List.of(results.getFirst().get(), results.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(opened(one).records()).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void anEditOfARecordThatWasMergedInTheMeantimeIsRefused() {
        var kept = care.treated("Edited Kept");
        var merged = care.treated("Edited Merged");
        var before = opened("manager", merged);
        merge(merged, kept);
        assertThatThrownBy(
                        () -> staff.doAs("manager", () -> patients.correct(merged, before.version(), before.draft())))
                .hasMessageContaining("was merged into");
    }

    @Test
    void aPersonIsNotBookedTwiceAtTheSameTimeByBothRecords() {
        var kept = group.patient("Twice", "Kept", group.west);
        var merged = group.patient("Twice", "Merged", group.west);
        var on = care.today().plusDays(84);
        group.book(group.chiropractor, merged, group.west, on, LocalTime.of(4, 0));
        merge(merged, kept);
        assertThatThrownBy(() -> staff.as(
                        "manager",
                        () -> schedule.book(new Booking(
                                group.west,
                                group.therapist,
                                kept,
                                AppointmentType.CONSULTATION,
                                on,
                                LocalTime.of(4, 0),
                                30))))
                .isInstanceOf(Refused.class);
        assertThat(opened("manager", kept).nextVisitOn()).isEqualTo(on);
    }

    private void merge(PatientId merged, PatientId kept) {
        staff.doAs("manager", () -> merges.merge(merged, kept, WHY));
    }

    private boolean isMerged(PatientId merged, PatientId kept) {
        try {
            merge(merged, kept);
            return true;
        } catch (Refused second) {
            return false;
        }
    }

    private void alert(PatientId patient, AlertKind kind, String words) {
        staff.as(
                "chiropractor",
                () -> alerts.add(
                        patient,
                        new AlertDraft(kind, words, AlertAudience.EVERYBODY, care.today(), null),
                        OperationId.next()));
    }

    private PatientDetails opened(PatientId patient) {
        return opened("chiropractor", patient);
    }

    private PatientDetails opened(String who, PatientId patient) {
        return staff.as(who, () -> patients.details(patient)).orElseThrow();
    }

    private List<PatientId> found(String who, String typed) {
        return staff.as(who, () -> patients.search(typed)).stream()
                .map(PatientRow::id)
                .toList();
    }

    /** The whole reading of a chart, by its parts, in the order of the screen. */
    private Map<String, List<String>> readingOf(PatientId id) {
        return staff.as("chiropractor", () -> {
            var patient = patients.details(id).orElseThrow();
            var readings = new LinkedHashMap<String, List<String>>();
            readings.put("alerts", strings(patient.alerts()));
            readings.put("consents", strings(patient.consents()));
            readings.put("undone", strings(patient.undone()));
            readings.put("care team", strings(patient.careTeam()));
            readings.put("clinics", strings(List.copyOf(patient.clinics())));
            readings.put("flags", strings(safety.findByPatient(patient)));
            readings.put("flags by id", strings(safety.findByPatient(id)));
            readings.put("notes", strings(history.findByPatient(patient)));
            readings.put("notes by id", strings(notes.findByPatient(id)));
            readings.put("intake", strings(intake.findByPatient(patient)));
            readings.put("intake by id", strings(intake.findByPatient(id)));
            readings.put("plans", strings(plans.findByPatient(patient)));
            readings.put("plans by id", strings(plans.findByPatient(id)));
            readings.put("scores", strings(measures.open(patient)));
            readings.put("reactions", strings(reactions.findByPatient(patient)));
            readings.put("referrals", strings(referrals.openOf(patient)));
            readings.put("orders", strings(orders.currentOf(patient)));
            readings.put("files", strings(attachments.findByPatient(patient)));
            readings.put("appointments", strings(schedule.ahead(id)));
            readings.put(
                    "timeline",
                    timelines.stream()
                            .flatMap(timeline -> timeline.findEntries(patient).stream())
                            .map(entry -> entry.what() + entry.detail())
                            .filter(entry -> !entry.startsWith("Added as a patient"))
                            .sorted()
                            .toList());
            return readings;
        });
    }

    private static List<String> strings(List<?> rows) {
        return rows.stream().map(Object::toString).sorted().toList();
    }
}

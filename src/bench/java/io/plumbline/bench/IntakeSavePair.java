package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** An intake note of a first visit that saves itself while it is written, each time with another word of the complaint. */
final class IntakeSavePair {
    private static final String WHO = "therapist";
    private static final String COMPLAINT =
            "Lower back pain since lifting a box, worse in the morning and after an hour of sitting. Saved ";

    private final ByHand hand;
    private final IntakeService intake;
    private final Clock clock;
    private final Map<String, ScreeningAnswer> noToAll;

    IntakeSavePair(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        intake = portal.getBean(IntakeService.class);
        clock = portal.getBean(Clock.class);
        noToAll = portal.getBean(ScreeningRules.class).asked().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
    }

    /**
     * The pair; asked as the therapist.
     *
     * @param patient one of the therapist's
     */
    Pair of(PatientId patient, ClinicId clinic) {
        var byService = begun(patient, clinic);
        var byHand = begun(patient, clinic);
        var version = new AtomicInteger(1);
        var versionByHand = new AtomicInteger(1);
        return new Pair(
                "save a draft intake note",
                Kind.SAVE,
                WHO,
                () -> {
                    version.set((int) intake.saveDraft(byService, version.get(), said(version.get())));
                    return List.of();
                },
                () -> {
                    hand.inTransaction(store -> {
                        var now = Utc.of(clock.instant());
                        ByHand.change(
                                store,
                                """
                                update intake_note set complaint = ?, onset = ?, pain_now = ?, pain_worst = ?, pain_average = ?,
                                    consented = ?, outcome = ?, changed_at = ?, changed_by = ?, version = version + 1
                                where id = ? and version = ?""",
                                COMPLAINT + versionByHand.get(),
                                "Some weeks ago, slowly",
                                5,
                                7,
                                4,
                                true,
                                IntakeOutcome.SUITABLE.name(),
                                now,
                                Ids.bytes(CurrentUser.current().staff().value()),
                                Ids.bytes(byHand.value()),
                                versionByHand.get());
                        SavePairs.audit(store, clock, "intake.written", byHand.value(), patient, "complaint");
                    });
                    versionByHand.incrementAndGet();
                    return List.of();
                });
    }

    private IntakeId begun(PatientId patient, ClinicId clinic) {
        var id = intake.begin(patient, clinic, COMPLAINT);
        intake.saveDraft(id, 0, said(0));
        return id;
    }

    private IntakeDraft said(int time) {
        var back = BodyRegion.all().stream()
                .filter(region -> region.code().contains("lumbar"))
                .findFirst()
                .orElseThrow();
        return new IntakeDraft(
                COMPLAINT + time,
                "Some weeks ago, slowly",
                new Pain(5),
                new Pain(7),
                new Pain(4),
                List.of(new MarkedArea(back, "dull", new Pain(5), null)),
                Set.of("SITTING", "WEAK_CORE"),
                List.of(new Limitation("Sitting for an hour", 5)),
                noToAll,
                true,
                IntakeOutcome.SUITABLE,
                IntakeMore.EMPTY);
    }
}

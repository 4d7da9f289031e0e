package io.plumbline.intake;

import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.RowsDigest;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * What an intake note says: the complaint with its pain, areas, factors and limitations, the screen, consent, outcome,
 * and what else is said. A part that has rows of its own is neither read nor written by a save that does not change it.
 */
@Embeddable
class IntakeContent {
    private static final int MOST_LIMITATIONS = 5;

    private String complaint;
    private String onset = "";
    private @Nullable Pain painNow;
    private @Nullable Pain painWorst;
    private @Nullable Pain painAverage;
    private boolean consented;

    @Enumerated(EnumType.STRING)
    private @Nullable IntakeOutcome outcome;

    private IntakeMore more = IntakeMore.EMPTY;

    /** The digests of the four parts below, in their order, as they are stored; null if they are not known. */
    private @Nullable String partsHash;

    @ElementCollection
    @BatchSize(size = SignedIntakes.PAGE)
    @CollectionTable(name = "intake_note_area", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<MarkedArea> areas = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = SignedIntakes.PAGE)
    @CollectionTable(name = "intake_note_factor", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    @Column(name = "factor")
    private List<String> factors = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = SignedIntakes.PAGE)
    @CollectionTable(name = "intake_note_limitation", joinColumns = @JoinColumn(name = "note_id"))
    @OrderColumn(name = "position")
    private List<Limitation> limitations = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = SignedIntakes.PAGE)
    @CollectionTable(name = "intake_note_answer", joinColumns = @JoinColumn(name = "note_id"))
    @MapKeyColumn(name = "rule_id")
    @Column(name = "answer")
    @Enumerated(EnumType.STRING)
    private Map<String, ScreeningAnswer> screen = new TreeMap<>();

    @SuppressWarnings("NullAway.Init") // required by JPA, and begun at once
    IntakeContent() {}

    /** Writes what a new note says. */
    void begin(IntakeDraft draft) {
        put(draft, digests(draft), Stored.NOTHING);
    }

    /**
     * Writes the draft over what was said before.
     *
     * @return the names of the fields that changed
     * @throws Refused if there are too many activities; the message is for the user
     */
    List<String> write(IntakeDraft draft) {
        if (draft.limitations().size() > MOST_LIMITATIONS) {
            throw new Refused("An intake note can list at most five activities");
        }
        var digests = digests(draft);
        var stored = Stored.of(partsHash, digests);
        var before = saying(draft, stored);
        put(draft, digests, stored);
        return RecordVersions.changedFields(before, saying(draft, stored));
    }

    private void put(IntakeDraft draft, List<String> digests, Stored stored) {
        complaint = draft.complaint();
        onset = draft.onset();
        painNow = draft.painNow();
        painWorst = draft.painWorst();
        painAverage = draft.painAverage();
        consented = draft.consented();
        outcome = draft.outcome();
        more = draft.more();
        if (!stored.areas()) {
            replace(areas, draft.areas());
        }
        if (!stored.factors()) {
            replace(factors, List.copyOf(draft.factors()));
        }
        if (!stored.limitations()) {
            replace(limitations, draft.limitations());
        }
        if (!stored.screen()) {
            screen.keySet().retainAll(draft.screen().keySet());
            screen.putAll(draft.screen());
        }
        partsHash = String.join("", digests);
    }

    /** Keeps the rows where nothing changes, so that none is written. */
    private static <T> void replace(List<T> rows, List<T> now) {
        if (!rows.equals(now)) {
            rows.clear();
            rows.addAll(now);
        }
    }

    /** Which parts of a draft are stored as they are: a save neither reads nor writes them. */
    private record Stored(boolean areas, boolean factors, boolean limitations, boolean screen) {
        static final Stored NOTHING = new Stored(false, false, false, false);

        static Stored of(@Nullable String hash, List<String> digests) {
            return hash == null
                    ? NOTHING
                    : new Stored(
                            isPart(hash, 0, digests),
                            isPart(hash, 1, digests),
                            isPart(hash, 2, digests),
                            isPart(hash, 3, digests));
        }

        private static boolean isPart(String hash, int part, List<String> digests) {
            return hash.startsWith(digests.get(part), part * RowsDigest.LENGTH);
        }
    }

    private static List<String> digests(IntakeDraft draft) {
        return List.of(
                RowsDigest.of(draft.areas().stream()
                        .map(area -> RowsDigest.row(
                                area.region().code(),
                                area.quality(),
                                String.valueOf(area.intensity()),
                                String.valueOf(area.radiatingTo())))
                        .toList()),
                RowsDigest.of(draft.factors()),
                RowsDigest.of(draft.limitations().stream()
                        .map(one -> RowsDigest.row(one.activity(), String.valueOf(one.ability())))
                        .toList()),
                RowsDigest.of(draft.screen().entrySet().stream()
                        .map(one -> RowsDigest.row(one.getKey(), one.getValue()))
                        .toList()));
    }

    /** Adds the answers that follow from the patient's age, which the form never asks for. */
    void answerByAge(Map<String, ScreeningAnswer> withAge) {
        screen.putAll(withAge);
        partsHash = null;
    }

    /** Returns the names of the fields that must be filled in before the note is signed, as the screen names them. */
    List<String> missing(ScreeningRules rules) {
        var missing = new ArrayList<String>();
        if (TextLimit.isBlank(complaint)) {
            missing.add("the complaint");
        }
        if (painNow == null) {
            missing.add("pain now");
        }
        if (areas.isEmpty()) {
            missing.add("an area of the body");
        }
        if (more.history().surgeries().stream().anyMatch(one -> one.what().isEmpty())) {
            missing.add("which surgery it was");
        }
        var unasked = rules.mustBeAsked().stream()
                .filter(rule -> !screen.containsKey(rule.id()))
                .count();
        if (unasked > 0) {
            missing.add(
                    unasked == 1 ? "one urgent question of the screen" : unasked + " urgent questions of the screen");
        }
        if (!consented) {
            missing.add("the patient's consent");
        }
        if (outcome == null) {
            missing.add("the outcome");
        }
        return missing;
    }

    /** Returns whether the outcome or a contraindication is left to a chiropractor. */
    boolean isLeftToChiropractor() {
        return outcome == IntakeOutcome.CHIROPRACTOR_TO_DECIDE
                || !more.leftToChiropractor().isEmpty();
    }

    IntakeDraft draft() {
        return saying(IntakeDraft.of(""), Stored.NOTHING);
    }

    /** Returns what is said, with the parts of a draft that are stored as they are taken from it. */
    private IntakeDraft saying(IntakeDraft draft, Stored stored) {
        return new IntakeDraft(
                complaint,
                onset,
                painNow,
                painWorst,
                painAverage,
                stored.areas() ? draft.areas() : areas,
                stored.factors() ? draft.factors() : new TreeSet<>(factors),
                stored.limitations() ? draft.limitations() : limitations,
                stored.screen() ? draft.screen() : screen,
                consented,
                outcome,
                more);
    }

    /** Returns what is said beside the parts that are rows of their own, which need not be read for it. */
    IntakeMore more() {
        return more;
    }
}

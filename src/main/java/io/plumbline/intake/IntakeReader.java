package io.plumbline.intake;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.forms.AnsweredForms;
import io.plumbline.forms.FormAnswers;
import io.plumbline.forms.FormService;
import io.plumbline.forms.PublishedForm;
import io.plumbline.forms.VisitKind;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads intake notes as their authors and readers see them. Whoever calls it checks who may. */
@Component
class IntakeReader {
    /** A note and why the current user may see its patient, which every change asks for. */
    private static final String WITH_ACCESS = "select {n.*}, a.why as access_why, a.id as access_id,"
            + " a.until_at as access_until, a.read_as_id as access_read_as from intake_note n left join ("
            + ChartAccessQuery.sql("(select patient_id from intake_note where id = :note)")
            + ") a on 1 = 1 where n.id = :note";

    private final EntityManager entities;
    private final ChartAccessQuery access;
    private final Clock clock;
    private final IntakeNotes notes;
    private final RelationService relations;
    private final PatientService patients;
    private final StaffNameQuery names;
    private final SignedIntakes signed;
    private final SignedConclusions conclusions;
    private final FormService forms;

    IntakeReader(
            EntityManager entities,
            ChartAccessQuery access,
            Clock clock,
            IntakeNotes notes,
            RelationService relations,
            PatientService patients,
            StaffNameQuery names,
            SignedIntakes signed,
            SignedConclusions conclusions,
            FormService forms) {
        this.entities = entities;
        this.access = access;
        this.clock = clock;
        this.notes = notes;
        this.relations = relations;
        this.patients = patients;
        this.names = names;
        this.signed = signed;
        this.conclusions = conclusions;
        this.forms = forms;
    }

    /**
     * Returns a note to change; empty if it does not exist or its patient is not in relation to the current user. Runs one SQL
     * statement, which reads the note together with the relation: a draft saves itself every few seconds.
     */
    Optional<IntakeNote> findForCurrentUser(IntakeId id) {
        var user = CurrentUser.current().staff();
        var now = clock.instant();
        var rows = entities.unwrap(Session.class)
                .createNativeQuery(WITH_ACCESS, Object[].class)
                .addEntity("n", IntakeNote.class)
                .addScalar("access_why", String.class)
                .addScalar("access_id", byte[].class)
                .addScalar("access_until", Instant.class)
                .addScalar("access_read_as", byte[].class)
                .setParameter("note", Ids.bytes(id.value()))
                .setParameter("staff", Ids.bytes(user.value()))
                .setParameter("now", now)
                .setParameter("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var note = (IntakeNote) rows.getFirst()[0];
        access.learn(
                user,
                note.patient(),
                rows.stream()
                        .filter(row -> row[1] != null)
                        .map(row -> new ChartAccessQuery.Reason(
                                (String) row[1], uuid(row[2]), (Instant) row[3], uuid(row[4])))
                        .toList());
        return Optional.of(note)
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()));
    }

    private static @Nullable UUID uuid(@Nullable Object bytes) {
        return bytes == null ? null : Ids.uuid((byte[]) bytes);
    }

    /** Returns a note; empty if its patient is not in relation to the current user. */
    Optional<IntakeDetails> details(IntakeNote note) {
        return patients.brief(note.patient())
                .filter(PatientBrief::clinical)
                .map(patient -> details(note, patient.name()));
    }

    private IntakeDetails details(IntakeNote note, String patientName) {
        var signer = note.signedBy();
        var concluded = conclusions.find(note);
        var versions = notes.versions(List.of(note.patient()), note.id().value());
        var some = authors(versions);
        some.add(note.changedBy());
        concluded.map(IntakeConclusion::concludedBy).ifPresent(some::add);
        var who = names.findNames(some);
        var ofNote = formsOf(note);
        var mayConclude = IntakeScope.mayConclude();
        var draft = note.draft();
        var answered = new AnsweredForms(ofNote).visible(draft.more().forms(), mayConclude);
        return new IntakeDetails(
                note.id(),
                note.version(),
                note.patient(),
                patientName,
                note.clinic(),
                note.status(),
                draft.with(draft.more().withForms(answered)),
                note.rulesVersion(),
                signer == null ? List.of() : note.checks(),
                note.createdAt(),
                Objects.requireNonNull(who.get(note.changedBy())),
                note.changedBy().equals(CurrentUser.current().staff()),
                IntakeVersions.of(note.id(), versions, who),
                signer == null
                        ? null
                        : new IntakeDetails.Signature(
                                signer,
                                Objects.requireNonNull(who.get(signer)),
                                Objects.requireNonNull(note.signedAt()),
                                Objects.requireNonNullElse(note.contentHash(), ""),
                                signed.isAsSigned(note)),
                concluded.map(one -> conclusion(one, who)).orElse(null),
                ofNote.stream().map(form -> form.visible(mayConclude)).toList());
    }

    /** Returns the versions of a note as one of them sees them; empty if it is not one of these records. */
    Optional<IntakeVersions> versions(IntakeId id, Collection<PatientId> records) {
        var versions = notes.versions(records, id.value());
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(IntakeVersions.of(id, versions, names.findNames(authors(versions))));
    }

    /** Returns whether the newest signed version of a note allows a treatment plan. */
    boolean allowsPlan(IntakeNote note) {
        return notes.versions(List.of(note.patient()), note.id().value()).stream()
                .filter(version -> version.signedAt() != null)
                .reduce((earlier, later) -> later)
                .flatMap(newest -> notes.findById(newest.id().value()))
                .filter(this::isTreated)
                .isPresent();
    }

    private boolean isTreated(IntakeNote newest) {
        var outcome = conclusions
                .find(newest)
                .map(IntakeConclusion::outcome)
                .orElse(newest.draft().outcome());
        return outcome != IntakeOutcome.REFER && outcome != IntakeOutcome.CHIROPRACTOR_TO_DECIDE;
    }

    private IntakeDetails.Conclusion conclusion(IntakeConclusion one, Map<StaffId, String> who) {
        return new IntakeDetails.Conclusion(
                one.outcome(),
                one.reason(),
                one.decided(),
                new IntakeDetails.Signature(
                        one.concludedBy(),
                        Objects.requireNonNull(who.get(one.concludedBy())),
                        one.concludedAt(),
                        one.contentHash(),
                        conclusions.isAsSigned(one)));
    }

    /** Returns who wrote or signed versions of a note. */
    private static Set<StaffId> authors(List<IntakeNotes.Version> versions) {
        return versions.stream().map(IntakeNotes.Version::by).collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Returns what a new version says first: the same as the note. The outcome and what was decided on contraindications
     * are those of the conclusion if the current user concludes; the outcome is none if the current user may not choose it.
     */
    IntakeDraft draftToAmend(IntakeNote note) {
        var concluded = IntakeScope.mayConclude() ? conclusions.find(note) : Optional.<IntakeConclusion>empty();
        var more = note.draft().more();
        var answers = new TreeMap<>(more.contraindications());
        concluded.ifPresent(one -> answers.putAll(one.decided()));
        return note.draft()
                .with(more.with(more.history(), answers, more.examination()))
                .withOutcome(Stream.concat(
                                concluded.map(IntakeConclusion::outcome).stream(),
                                Stream.ofNullable(note.draft().outcome()))
                        .filter(IntakeScope.outcomes()::contains)
                        .findFirst()
                        .orElse(null));
    }

    /** Returns the draft with the answers that its author does not see as they are stored. */
    IntakeDraft withHiddenAnswers(IntakeNote note, IntakeDraft draft) {
        var stored = note.more().forms();
        var typed = draft.more().forms();
        if (stored.isEmpty() && typed.isEmpty()) {
            return draft;
        }
        var all = new AnsweredForms(forms.findVersions(
                Stream.concat(stored.stream(), typed.stream()).toList()));
        return draft.with(draft.more().withForms(all.merged(stored, typed, IntakeScope.mayConclude())));
    }

    /** Returns the forms, without answers, of a note that begins now. */
    List<FormAnswers> formsToAnswer(PatientId patient) {
        return forms.findOffered(visitOf(patient)).stream()
                .map(form -> FormAnswers.none(form.version()))
                .toList();
    }

    /** Returns which visit a note is for that the patient begins now. */
    private VisitKind visitOf(PatientId patient) {
        return notes.findByPatient(relations.scopeOf(patient).patients(), Limit.of(1)).stream()
                        .anyMatch(row -> row.status() != IntakeStatus.DRAFT)
                ? VisitKind.LATER
                : VisitKind.FIRST;
    }

    /** Returns the forms of a note, those of a draft without any as if it began now. */
    private List<PublishedForm> formsOf(IntakeNote note) {
        var answers = note.draft().more().forms();
        return answers.isEmpty()
                        && note.status() == IntakeStatus.DRAFT
                        && note.amendment() == null
                        && CurrentUser.may(Permission.INTAKE_WRITE)
                ? forms.findOffered(visitOf(note.patient()))
                : forms.findVersions(answers);
    }
}

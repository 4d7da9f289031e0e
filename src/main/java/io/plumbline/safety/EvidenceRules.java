package io.plumbline.safety;

import io.plumbline.access.AskedRelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.attachments.AttachmentId;
import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.related.ReferringContact;
import io.plumbline.patients.related.ReferringContacts;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SearchWords;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges the evidence that is to clear a red flag. Source: {@code clinical.md} §10.2. A clinical hold asks for a finding of
 * {@link ClearanceFinding}, by an examination that is not before the flag; of an outside examiner also where it was, and
 * for the document.
 */
@Component
class EvidenceRules {
    /** In the units of the store, in which a letter may take two. */
    private static final int NAME = 120;

    private static final int ROLE = 80;
    private static final int PLACE = 120;
    private static final int LEAST_LETTERS = 2;

    /** Forms of address, which say nothing about who it is. */
    private static final Set<String> ADDRESS = Set.of("dr", "prof", "mr", "mrs", "ms", "md", "do", "dc");

    private final ClinicService clinics;
    private final AskedRelationService asked;
    private final StaffNameQuery names;
    private final ReferringContacts contacts;
    private final PatientService patients;
    private final AttachmentService attachments;

    EvidenceRules(
            ClinicService clinics,
            AskedRelationService asked,
            StaffNameQuery names,
            ReferringContacts contacts,
            PatientService patients,
            AttachmentService attachments) {
        this.clinics = clinics;
        this.asked = asked;
        this.names = names;
        this.contacts = contacts;
        this.patients = patients;
        this.attachments = attachments;
    }

    private record Person(
            String name,
            @Nullable StaffId staff,
            @Nullable ReferringContact contact,
            @Nullable String role) {
        boolean isOutside() {
            return staff == null;
        }
    }

    /** @throws Refused at the field whose value is missing or out of range; the message is for the user */
    Evidence judge(RedFlag flag, EvidenceDraft typed) {
        var isHold = flag.level().isHold();
        var person = examiner(flag, typed.examiner());
        var on = dayOf(
                flag,
                DecisionField.EXAMINED_ON,
                typed.examinedOn(),
                "examination",
                "Choose the day of the examination");
        var finding = isHold ? finding(flag, typed.finding()) : null;
        var findingOn = finding == null || finding.day().isEmpty()
                ? null
                : dayOf(
                        flag,
                        DecisionField.FINDING_ON,
                        typed.findingOn(),
                        finding == ClearanceFinding.TREATED_IN_HOSPITAL ? "discharge" : "imaging",
                        "Choose the day");
        var isPlaced = isHold && (person.isOutside() || finding != null && finding.hasPlace());
        var place = isPlaced ? letters(DecisionField.PLACE, "Where it was", typed.place(), PLACE) : null;
        var words = finding == null ? "What was found" : finding.words();
        var said = ReasonWords.require(DecisionField.EXAMINATION, words, typed.examination(), ReasonWords.LONGEST);
        var document = isHold && person.isOutside() ? requireDocument(typed.document()) : null;
        var file = document == null || document.file() == null ? null : requireFile(flag, document.file());
        return new Evidence(
                person.name(),
                said,
                on,
                finding,
                findingOn,
                place,
                person.staff(),
                person.contact() == null ? null : person.contact().id().value(),
                person.role(),
                document == null || file != null ? null : clinics.todayAt(flag.clinic()),
                file == null ? null : file.value());
    }

    private Person examiner(RedFlag flag, @Nullable Examiner examiner) {
        return switch (examiner) {
            case null -> throw new Refused(DecisionField.EXAMINER, "Say who examined the patient");
            case Examiner.OfStaff one -> {
                var name = whoMayExamine(flag).get(one.staff());
                if (name == null) {
                    throw new Refused(
                            DecisionField.EXAMINER, "Choose a clinician of this clinic who may clear a red flag");
                }
                yield new Person(name, one.staff(), null, null);
            }
            case Examiner.OfContact one -> {
                var contact = contacts.find(one.contact())
                        .orElseThrow(
                                () -> new Refused(DecisionField.EXAMINER, "Choose a contact of the contacts book"));
                requireOutside(flag, DecisionField.EXAMINER, contact.name());
                yield new Person(SearchWords.beginning(contact.name(), NAME / 2), null, contact, null);
            }
            case Examiner.Named one -> {
                var name = letters(DecisionField.EXAMINER_NAME, "The name", one.name(), NAME);
                requireOutside(flag, DecisionField.EXAMINER_NAME, name);
                yield new Person(name, null, null, letters(DecisionField.EXAMINER_ROLE, "The role", one.role(), ROLE));
            }
        };
    }

    /** Returns the clinicians who may have examined: those of the clinic who may clear the flag, and the current user. */
    Map<StaffId, String> whoMayExamine(RedFlag flag) {
        var all = asked.findWhoMayClear(flag.patient(), flag.clinic());
        var me = CurrentUser.current();
        all.putIfAbsent(me.staff(), me.displayName());
        return all;
    }

    /** A colleague is no outside examiner, under whatever title. */
    private void requireOutside(RedFlag flag, DecisionField field, String name) {
        var typed = new HashSet<>(SearchWords.words(name));
        var places = new HashSet<>(CurrentUser.current().clinics());
        places.add(flag.clinic());
        for (var colleague :
                names.findNamesAt(places, EnumSet.allOf(Role.class)).values()) {
            var words = new HashSet<>(SearchWords.words(colleague));
            words.removeAll(ADDRESS);
            if (words.isEmpty()) {
                continue;
            }
            if (words.size() == 1 ? without(typed).equals(words) : typed.containsAll(words)) {
                throw new Refused(
                        field, colleague + " works here: an outside examiner does not. Choose from the clinicians");
            }
        }
    }

    private static Set<String> without(Set<String> typed) {
        var words = new HashSet<>(typed);
        words.removeAll(ADDRESS);
        return words;
    }

    private LocalDate dayOf(RedFlag flag, DecisionField field, @Nullable LocalDate day, String what, String ifMissing) {
        if (day == null) {
            throw new Refused(field, ifMissing);
        }
        if (day.isAfter(clinics.todayAt(flag.clinic()))) {
            throw new Refused(field, "The " + what + " date is in the future. " + ifMissing);
        }
        if (flag.level().isHold() && day.isBefore(raisedOn(flag))) {
            throw new Refused(field, "The " + what + " was before the flag was raised: it says nothing about it");
        }
        return day;
    }

    /** Returns the day on which the flag was raised, at its clinic. */
    LocalDate raisedOn(RedFlag flag) {
        return LocalDate.ofInstant(flag.raisedAt(), clinics.zoneOf(flag.clinic()));
    }

    private static ClearanceFinding finding(RedFlag flag, @Nullable ClearanceFinding finding) {
        if (finding == null
                || !ClearanceFinding.choicesFor(flag.rule(), flag.level()).contains(finding)) {
            throw new Refused(DecisionField.FINDING, "Choose what was found");
        }
        return finding;
    }

    /** A name, a role or a place, not a sentence. */
    private static String letters(DecisionField field, String what, String typed, int most) {
        var kept = FieldOf.read(field, () -> TextLimit.required(what, typed, most));
        if (kept.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            throw new Refused(field, what + " needs at least two letters");
        }
        return kept;
    }

    private static OutsideDocument requireDocument(@Nullable OutsideDocument document) {
        if (document == null) {
            throw new Refused(DecisionField.DOCUMENT, "Choose the document, or \"Requested, not received yet\"");
        }
        return document;
    }

    /**
     * Returns a file if it is on the record of the flag's patient and counts.
     *
     * @throws Refused otherwise
     */
    AttachmentId requireFile(RedFlag flag, AttachmentId file) {
        if (filesOf(flag).stream().noneMatch(row -> row.id().equals(file))) {
            throw new Refused(DecisionField.DOCUMENT, "Choose a file on this patient's record");
        }
        return file;
    }

    /** Returns the files on the record of the flag's patient that count, and records the view in the audit trail. */
    List<AttachmentRow> filesOf(RedFlag flag) {
        var opened = patients.details(flag.patient()).orElseThrow(NotAvailable::new);
        return attachments.findByPatient(opened).stream()
                .filter(row -> row.error() == null)
                .toList();
    }

    /**
     * @throws Refused if nobody else at the clinic may confirm that an emergency flag is cleared; the message is for the
     *     user
     */
    void requireSecondClinician(RedFlag flag) {
        if (isAlone(flag)) {
            throw new Refused(
                    DecisionField.EXAMINER,
                    "Nobody else at this clinic may clear a flag. An outside examiner's finding is the only way");
        }
    }

    /** Returns whether nobody but the current user may clear the flag at its clinic. */
    boolean isAlone(RedFlag flag) {
        var me = CurrentUser.current().staff();
        return flag.level() == FlagLevel.E
                && asked.findWhoMayClear(flag.patient(), flag.clinic()).keySet().stream()
                        .allMatch(one -> Objects.equals(one, me));
    }
}

package io.plumbline.patients.ui;

import io.plumbline.patients.PatientDetails.MergedRecord;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.shared.Dates;
import io.plumbline.shared.PhoneNumber;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A patient's file in words, field by field, for the user who edits it. */
final class PatientWords {
    private PatientWords() {}

    /** Returns the name of a field of the draft, as on screen. */
    static String name(String field) {
        return switch (field) {
            case "givenName" -> "the given name";
            case "familyName" -> "the family name";
            case "preferredName" -> "the preferred name";
            case "formerName" -> "the former name";
            case "birthDate" -> "the birth date";
            case "email" -> "the e-mail";
            case "referredBy" -> "referred by";
            case "emergency" -> "the emergency contact";
            case "phoneKind" -> "the kind of phone";
            case "otherPhones" -> "the list of further phones";
            case "interpreter" -> "the need for an interpreter";
            default -> "the " + field;
        };
    }

    /** Returns the value of a field of the draft in words. */
    static String of(String field, PatientDraft draft) {
        var words =
                switch (field) {
                    case "givenName" -> draft.givenName();
                    case "familyName" -> draft.familyName();
                    case "preferredName" -> draft.preferredName();
                    case "formerName" -> draft.formerName();
                    case "birthDate" -> draft.birthDate() == null ? "" : Dates.dayAndYear(draft.birthDate());
                    case "pronouns" -> draft.pronouns();
                    case "language" -> draft.language();
                    case "phone" -> shown(draft.phone());
                    case "email" -> Objects.toString(draft.email(), "");
                    case "occupation" -> draft.occupation();
                    case "referredBy" -> draft.referredBy();
                    case "emergency" ->
                        listed(
                                draft.emergency().name(),
                                draft.emergency().relation(),
                                shown(draft.emergency().phone()));
                    case "guardian" ->
                        listed(
                                draft.guardian().name(),
                                draft.guardian().relation(),
                                draft.guardian().contact(),
                                draft.guardian().proof());
                    case "phoneKind" ->
                        draft.reach().phoneKind() == null
                                ? ""
                                : draft.reach().phoneKind().label();
                    case "otherPhones" -> otherPhones(draft);
                    case "address" -> draft.reach().address().shown();
                    case "interpreter" -> draft.reach().interpreter() ? "interpreter needed" : "no interpreter";
                    default -> throw new IllegalArgumentException(field);
                };
        return words.isEmpty() ? "empty" : "“" + words + "”";
    }

    /** Returns what a merged record knows beyond the one under which it is read, in one sentence; empty if nothing. */
    static String beyond(MergedRecord record, PatientDraft kept) {
        return record.knowsMore(kept).stream()
                .map(field -> name(field) + " " + of(field, record.draft()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the phones beside the first, each with its kind. */
    static String otherPhones(PatientDraft draft) {
        return draft.reach().otherPhones().stream().map(OtherPhone::shown).collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable PhoneNumber phone) {
        return phone == null ? "" : phone.shown();
    }

    private static String listed(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}

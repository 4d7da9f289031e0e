package io.plumbline.patients;

import io.plumbline.shared.Labeled;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.signing.RecordPart;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to reach and speak with a patient beyond the first phone and the e-mail; a part of {@link PatientDraft}.
 *
 * @param phoneKind what the first phone is; null if not stated
 * @param otherPhones the further phones, at most {@link #MOST_PHONES}
 * @param interpreter whether the patient needs an interpreter to speak with the clinic
 */
public record PatientReach(
        @Nullable PhoneKind phoneKind, List<OtherPhone> otherPhones, PostalAddress address, boolean interpreter)
        implements RecordPart {
    /** How many phones a patient may have beside the first. */
    public static final int MOST_PHONES = 4;

    /** Nothing beyond the first phone and the e-mail. */
    public static final PatientReach NONE = new PatientReach(null, List.of(), PostalAddress.NONE, false);

    /** @throws Refused if there are too many phones, with a message for the user */
    public PatientReach {
        if (otherPhones.size() > MOST_PHONES) {
            throw new Refused("A patient has at most " + MOST_PHONES + " more phones");
        }
        otherPhones = List.copyOf(otherPhones);
    }

    /** What a phone is. */
    public enum PhoneKind implements Labeled {
        MOBILE,
        HOME,
        WORK,
        OTHER
    }

    /** A phone of a patient beside the first. */
    public record OtherPhone(PhoneKind kind, PhoneNumber number) {
        /** Returns number and kind, such as <em>+1 602-555-0142 (work)</em>. */
        public String shown() {
            return number.shown() + " (" + kind.label().toLowerCase(Locale.ROOT) + ")";
        }
    }

    /**
     * Where a patient gets mail; unknown parts are empty.
     *
     * @param region the state or region
     * @param postalCode the ZIP or postal code
     * @param country empty in the country of the clinic
     */
    public record PostalAddress(
            String line1, String line2, String city, String region, String postalCode, String country) {
        /** No address. */
        public static final PostalAddress NONE = new PostalAddress("", "", "", "", "", "");

        /** Returns the address in one line, such as <em>12 Oak St, Phoenix, AZ 85004</em>; empty if there is none. */
        public String shown() {
            var place = Stream.of(region, postalCode)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            return Stream.of(line1, line2, city, place, country)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /** Stores the further phones of a patient as lines of kind and number, so that they are read with the patient. */
    @Converter
    static final class OtherPhonesColumn implements AttributeConverter<List<OtherPhone>, String> {
        @Override
        public String convertToDatabaseColumn(List<OtherPhone> phones) {
            return phones.stream()
                    .map(phone -> phone.kind().name() + " " + phone.number().stored())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public List<OtherPhone> convertToEntityAttribute(String column) {
            return read(column);
        }

        /** Returns the phones of the column. */
        static List<OtherPhone> read(String column) {
            return column.lines()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new OtherPhone(PhoneKind.valueOf(parts[0]), new PhoneNumber(parts[1])))
                    .toList();
        }
    }
}

package io.plumbline.patients;

import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.shared.PhoneNumber;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;

/** Stores the further phones of a patient as lines of kind and number, so that they are read with the patient. */
@Converter
final class OtherPhonesColumn implements AttributeConverter<List<OtherPhone>, String> {
    @Override
    public String convertToDatabaseColumn(List<OtherPhone> phones) {
        return phones.stream()
                .map(phone -> phone.kind().name() + " " + phone.number().digits())
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

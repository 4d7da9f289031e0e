package io.plumbline.practitioners;

import io.plumbline.shared.store.Rows;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores disciplines in one column, separated by commas. */
@Converter
class DisciplinesColumn implements AttributeConverter<Set<Discipline>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Discipline> disciplines) {
        return disciplines.stream().map(Discipline::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Set<Discipline> convertToEntityAttribute(String names) {
        return Rows.constants(Discipline.class, names);
    }
}

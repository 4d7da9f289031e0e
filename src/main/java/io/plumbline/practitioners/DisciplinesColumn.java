package io.plumbline.practitioners;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores disciplines in one column, separated by commas. */
@Converter
public class DisciplinesColumn implements AttributeConverter<Set<Discipline>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Discipline> disciplines) {
        return disciplines.stream().map(Discipline::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Set<Discipline> convertToEntityAttribute(String names) {
        return disciplines(names);
    }

    /** Returns the disciplines of a column. */
    public static Set<Discipline> disciplines(String names) {
        return Arrays.stream(names.split(",")).map(Discipline::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}

package io.plumbline.access;

import io.plumbline.shared.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's roles in one column, since they are only ever read with the account. */
@Converter
class RolesColumn implements AttributeConverter<Set<Role>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Set<Role> convertToEntityAttribute(String names) {
        return roles(names);
    }

    /** The roles that a column names. */
    static Set<Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles as the audit trail names them. */
    static String names(Collection<Role> roles) {
        return roles.isEmpty()
                ? "none"
                : roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    }
}

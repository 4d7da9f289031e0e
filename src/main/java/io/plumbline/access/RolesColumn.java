package io.plumbline.access;

import io.plumbline.shared.Role;
import io.plumbline.shared.store.Rows;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores the roles of an account in one column because they are only ever read together with the account. */
@Converter
public class RolesColumn implements AttributeConverter<Set<Role>, String> {
    @Override
    public String convertToDatabaseColumn(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Set<Role> convertToEntityAttribute(String names) {
        return roles(names);
    }

    /** Parses the roles of a column. */
    public static Set<Role> roles(String names) {
        return Rows.constants(Role.class, names);
    }

    /** Formats the roles for the audit trail. */
    public static String names(Collection<Role> roles) {
        return roles.isEmpty()
                ? "none"
                : roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    }
}

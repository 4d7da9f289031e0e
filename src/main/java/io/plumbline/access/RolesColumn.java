package io.plumbline.access;

import io.plumbline.shared.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
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
        return Arrays.stream(names.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}

package io.plumbline.access.accounts;

import io.plumbline.shared.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the provider of single sign-on describes them.
 *
 * @param issuer the provider
 * @param subject what the provider calls the person, always the same
 * @param email the e-mail address, or null if there is none that the provider has verified
 * @param name the display name, or null if there is none
 * @param roles those that the claims give, or null if the portal decides about roles
 * @param clinicCodes the codes of the clinics that the claims name, or null if the portal decides about clinics
 */
public record ProviderPerson(
        String issuer,
        String subject,
        @Nullable String email,
        @Nullable String name,
        @Nullable Set<Role> roles,
        @Nullable Set<String> clinicCodes) {}

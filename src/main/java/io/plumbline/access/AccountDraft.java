package io.plumbline.access;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Role;
import java.util.Set;

/**
 * What is said of a new account.
 *
 * @param username 2 to 60 characters; capitals do not matter
 * @param clinics where the person works; none for the auditor and the administrator
 */
public record AccountDraft(String username, String displayName, Set<Role> roles, Set<ClinicId> clinics) {}

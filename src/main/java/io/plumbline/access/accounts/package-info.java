/** Accounts of staff, their roles and clinics, and the one-time links by which people choose a password. */
@NullMarked
@NamedInterface("accounts")
package io.plumbline.access.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package io.plumbline.onlineintake;

import io.plumbline.patients.Unproven;
import org.jspecify.annotations.Nullable;

/**
 * A link to an online intake that was just created; it cannot be read again.
 *
 * @param address the address to copy
 * @param unproven why it starts empty, and what comes by it is confirmed with the person; null otherwise
 */
public record CreatedLink(
        OnlineIntakeId intake, String address, @Nullable Unproven unproven) {}

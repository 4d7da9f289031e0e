package io.plumbline.onlineintake;

/**
 * A link to an online intake that was just created; it cannot be read again.
 *
 * @param address the address to copy
 */
public record CreatedLink(OnlineIntakeId intake, String address) {}

package io.plumbline.shared;

/**
 * Published once the portal takes requests, unless it is about to end.
 *
 * @param port of the portal on this machine
 */
public record PortalReady(int port) {}

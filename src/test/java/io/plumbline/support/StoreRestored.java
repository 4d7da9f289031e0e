package io.plumbline.support;

/** The store of a portal has been restored: what a bean keeps of it in memory is no longer true. */
public record StoreRestored() {}

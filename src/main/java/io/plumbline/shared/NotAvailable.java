package io.plumbline.shared;

/**
 * There is no such record for this person: it does not exist, or they may not know that it does. The two are never told
 * apart.
 */
public final class NotAvailable extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotAvailable() {
        super("Not available", null);
    }
}

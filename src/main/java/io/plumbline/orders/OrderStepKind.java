package io.plumbline.orders;

/** What happened to an order. */
public enum OrderStepKind {
    PREPARED("Prepared, to go to the desk with the signature"),
    PLACED("Ordered"),
    BOOKED("Booked"),
    REOPENED("Open again, because its appointment was canceled"),
    BOOKED_AGAIN("Booked again, because the cancellation was undone"),
    DONE("Handed over"),
    CALLED("Called"),
    DECLINED("Declined"),
    WITHDRAWN("Withdrawn");

    private final String label;

    OrderStepKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

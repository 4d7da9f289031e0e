package io.plumbline.orders;

/** Which orders a list shows: open ones by day, others newest first. */
public enum OrderFilter {
    OPEN("Open", OrderStatus.OPEN),
    BOOKED("Booked", OrderStatus.BOOKED),
    DONE("Done", OrderStatus.DONE),
    DECLINED("Declined", OrderStatus.DECLINED),
    WITHDRAWN("Withdrawn", OrderStatus.WITHDRAWN);

    private final String label;
    private final OrderStatus status;

    OrderFilter(String label, OrderStatus status) {
        this.label = label;
        this.status = status;
    }

    public String label() {
        return label;
    }

    OrderStatus status() {
        return status;
    }

    boolean isByDay() {
        return this == OPEN;
    }
}

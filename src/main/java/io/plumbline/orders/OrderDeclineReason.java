package io.plumbline.orders;

/** Why the desk declines an order, in words that are no health data. */
public enum OrderDeclineReason {
    PATIENT_DECLINES("The patient does not want it"),
    NO_TIME("No time that suits the patient"),
    PATIENT_CALLS("The patient will call us"),
    COST("Too expensive for the patient"),
    BOOKED_ELSEWHERE("It is booked already"),
    OTHER("Another reason");

    private final String label;

    OrderDeclineReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

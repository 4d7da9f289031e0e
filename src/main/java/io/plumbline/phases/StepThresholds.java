package io.plumbline.phases;

/**
 * The numbers of the step rules, as data: pain in points of the scale from 0 to 10, and counts of visits.
 *
 * @param aboveStart how far above the start pain on arrival asks for an examination, on {@code aboveStartVisits} running
 * @param veryHigh from which score pain is very high; it asks for an examination on {@code veryHighVisits} running if it
 *     was so at the start
 * @param aboveBest how far above the best of the last {@code bestOf} visits the newest pain asks for an examination
 * @param aboveBestRunning likewise on two visits running
 * @param risingVisits over how many visits pain must rise each time
 * @param leftHigher how much higher pain is after {@code leftHigherVisits} sessions running than before the first of them
 * @param high from which score pain is high; it asks for an examination on {@code highVisits} running if it is not
 *     {@code belowStart} below the start
 * @param visitsAfterExamination after how many visits without improvement a patient is examined once more
 */
public record StepThresholds(
        int aboveStart,
        int aboveStartVisits,
        int veryHigh,
        int veryHighVisits,
        int aboveBest,
        int aboveBestRunning,
        int bestOf,
        int risingVisits,
        int leftHigher,
        int leftHigherVisits,
        int high,
        int highVisits,
        int belowStart,
        int visitsAfterExamination) {}

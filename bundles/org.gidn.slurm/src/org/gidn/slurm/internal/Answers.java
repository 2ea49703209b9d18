// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What SLURM's commands say, and what a user is to do about it. */
final class Answers {
    /** A part of what sbatch prints, and a sentence with a place for a setting's value. */
    private record Answer(String part, String setting, String sentence) {}

    private static final List<Answer> REFUSALS = List.of(
            new Answer(
                    "Invalid partition name specified",
                    "partition",
                    "SLURM has no partition '%s'; name one that 'sinfo' lists with the setting 'partition'."),
            new Answer(
                    "No partition specified or system default partition",
                    "partition",
                    "SLURM has no default partition; name one that 'sinfo' lists with the setting 'partition'."),
            new Answer(
                    "Invalid account or account/partition combination",
                    "account",
                    "SLURM does not let you use account '%s' in this partition; name one that 'sacctmgr show"
                            + " associations user=$USER' lists with the setting 'account'."),
            new Answer(
                    "Invalid qos specification",
                    "lines",
                    "SLURM does not know the quality of service in '%s', or you may not use it; correct --qos in the"
                            + " setting 'lines'."),
            new Answer(
                    "Memory specification can not be satisfied",
                    "memory",
                    "No machine of the partition has %s MB of memory for a worker; ask for less with the setting"
                            + " 'memory'."),
            new Answer(
                    "Invalid feature specification",
                    "constraint",
                    "No machine has the feature '%s'; name one that 'sinfo -o %%f' lists with the setting"
                            + " 'constraint'."),
            new Answer(
                    "Invalid --time specification",
                    "time",
                    "'%s' is no time; write minutes, hours:minutes:seconds or days-hours, such as 2:00:00, for the"
                            + " setting 'time'."),
            new Answer(
                    "Requested time limit is invalid",
                    "time",
                    "The partition does not let a job live for '%s'; ask for less with the setting 'time'."),
            new Answer(
                    "CPU count per node can not be satisfied",
                    "cores",
                    "No machine of the partition has %s cores for a worker; ask for fewer with the setting 'cores'."),
            new Answer(
                    "Requested node configuration is not available",
                    "cores",
                    "No machine of the partition has what a worker is to have, with %s cores; ask for less with the"
                            + " settings 'cores', 'memory' and 'constraint'."),
            new Answer(
                    "Job violates accounting/QOS policy",
                    "workers",
                    "Your account may not have %s more jobs of this size; ask for less with the settings 'workers',"
                            + " 'cores', 'memory' and 'time'."),
            new Answer(
                    "unrecognized option",
                    "lines",
                    "sbatch does not know an option in '%s'; correct the setting 'lines'."));

    /** What sbatch, squeue and scontrol print where the controller is away for a while. */
    private static final List<String> AWAY = List.of(
            "Unable to contact slurm controller",
            "Slurm controller not responding",
            "Socket timed out",
            "Connection refused",
            "Zero Bytes were transmitted or received",
            "Protocol authentication error",
            "Munge encode failed",
            "Resource temporarily unavailable",
            "fetch_config: DNS SRV lookup failed");

    /** Why jobs wait that will wait for ever. */
    private static final Map<String, String> HOPELESS = Map.ofEntries(
            Map.entry(
                    "PartitionTimeLimit", "the partition allows no job so long; ask for less with the setting 'time'"),
            Map.entry(
                    "PartitionNodeLimit",
                    "the partition allows no job so large; ask for less with the settings 'cores' and 'memory'"),
            Map.entry(
                    "PartitionConfig",
                    "the partition has no machine for such a job; ask for less with the settings 'cores' and 'memory',"
                            + " or name another 'partition'"),
            Map.entry(
                    "BadConstraints",
                    "no machine has all that is asked for; ask for less with the settings 'constraint', 'cores' and"
                            + " 'memory'"),
            Map.entry("InvalidAccount", "the account is not valid; name another with the setting 'account'"),
            Map.entry("AccountNotAllowed", "the partition does not allow the account; name another 'account'"),
            Map.entry("InvalidQOS", "the quality of service is not valid; correct --qos in the setting 'lines'"),
            Map.entry(
                    "QOSNotAllowed",
                    "the partition does not allow the quality of service; correct --qos in the setting 'lines'"),
            Map.entry(
                    "AssocMaxWallDurationPerJobLimit",
                    "your account allows no job so long; ask for less with the setting 'time'"),
            Map.entry(
                    "QOSMaxWallDurationPerJobLimit",
                    "your quality of service allows no job so long; ask for less with the setting 'time'"),
            Map.entry("MaxMemPerLimit", "no job may have so much memory; ask for less with the setting 'memory'"),
            Map.entry("JobHeldUser", "it was held; let it go with 'scontrol release'"),
            Map.entry("JobHeldAdmin", "an administrator holds it; ask the administrators"),
            Map.entry("JobHoldMaxRequeue", "it could not be started several times; ask the administrators"));

    private Answers() {}

    /** Whether an error says that the scheduler is away just now. */
    static boolean away(String error) {
        return AWAY.stream().anyMatch(error::contains);
    }

    /**
     * Why sbatch refused, and what to do.
     *
     * @param error what it printed
     * @param settings the values of settings by their names
     */
    static String refusal(String error, Map<String, String> settings) {
        for (Answer answer : REFUSALS) {
            if (error.contains(answer.part)) {
                return String.format(Locale.ROOT, answer.sentence, settings.get(answer.setting));
            }
        }
        return "SLURM refuses the workers: " + line(error) + "; correct the executor's settings.";
    }

    /** Why a job waits for ever, as a sentence; empty if it need not. */
    static String hopeless(String job, String reason) {
        String why = HOPELESS.get(reason);
        return why == null ? "" : "Job " + job + " would wait for ever (" + reason + "): " + why + ".";
    }

    /** An error on one line. */
    static String line(String error) {
        return error.strip().replace("sbatch: error: ", "").replaceAll("\\.?\\s*\n\\s*", " | ");
    }
}

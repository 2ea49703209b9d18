// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.cluster;

import org.eclipse.osgi.util.NLS;

/** What the view of a cluster's workers says, from {@code messages.properties}. */
public final class Messages extends NLS {
    public static String check;
    public static String checkFails;
    public static String checkHolds;
    public static String checkRunning;
    public static String checkTip;
    public static String chunks;
    public static String designs;
    public static String idle;
    public static String job;
    public static String local;
    public static String machine;
    public static String noProject;
    public static String none;
    public static String now;
    public static String numbers;
    public static String process;
    public static String progress;
    public static String state;
    public static String stop;
    public static String stopped;
    public static String stopQuestion;
    public static String stopTip;
    public static String stopTitle;
    public static String trouble;
    public static String words;
    public static String workers;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}

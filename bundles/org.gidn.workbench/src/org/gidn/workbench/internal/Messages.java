package org.gidn.workbench.internal;

import org.eclipse.osgi.util.NLS;

/** The texts of the workbench; {@code messages.properties} holds them. */
public final class Messages extends NLS {
    public static String productName;
    public static String workspaceMissing;
    public static String workspaceInUse;
    public static String workspaceUnusable;
    public static String menuFile;
    public static String menuEdit;
    public static String menuWindow;
    public static String menuShowView;
    public static String menuHelp;
    public static String exitTitle;
    public static String exitOneRun;
    public static String exitRuns;
    public static String exitStop;
    public static String exitStay;
    public static String jobReadingRuns;
    public static String jobRun;
    public static String jobResume;
    public static String jobFirstStart;
    public static String jobValidating;
    public static String runBroke;
    public static String runFailedTitle;
    public static String runName;
    public static String runSettings;
    public static String projectNameMissing;
    public static String projectNameTaken;
    public static String projectClosed;
    public static String projectName;
    public static String projectsEmpty;
    public static String projectsEmptyExample;
    public static String projectsEmptyNew;
    public static String projectsEmptyOpen;
    public static String experimentName;
    public static String openFolderTitle;
    public static String openFolderMessage;
    public static String exampleWizardTitle;
    public static String exampleWizardDescription;
    public static String viewNoProject;
    public static String viewNoRun;
    public static String galleryWaiting;
    public static String galleryDescription;
    public static String galleryPredicted;
    public static String galleryLarger;
    public static String gallerySmaller;
    public static String inspectorClick;
    public static String inspectorShow;
    public static String inspectorDesign;
    public static String inspectorReset;
    public static String inspectorCopy;
    public static String inspectorCopyHint;
    public static String inspectorNoPicture;
    public static String inspectorValue;
    public static String inspectorSoft;
    public static String inspectorChanged;
    public static String inspectorPredicted;
    public static String dashboardTitle;
    public static String dashboardBest;
    public static String dashboardNoBest;
    public static String phaseRate;
    public static String phaseRateLeft;
    public static String statisticsBest;
    public static String statisticsTopPercent;
    public static String statisticsTopTenth;
    public static String statisticsMean;
    public static String statisticsTotal;
    public static String statisticsDistinct;
    public static String statisticsSamples;
    public static String statisticsInverse;
    public static String figurePrevious;
    public static String figureNext;
    public static String figureExport;
    public static String figureWaiting;
    public static String figurePng;
    public static String figureSvg;
    public static String figureCsv;
    public static String fileUnwritable;
    public static String pageOverview;
    public static String pageProblem;
    public static String pageMethod;
    public static String pageMachine;
    public static String partDescription;
    public static String sectionRun;
    public static String sectionExperiment;
    public static String sectionParts;
    public static String sectionConstraints;
    public static String overviewRun;
    public static String overviewRunExplained;
    public static String fieldTitleHint;
    public static String fieldSeedHint;
    public static String fieldBudgetHint;
    public static String fieldBudgetUnit;
    public static String fieldVolumeFractionHint;
    public static String settingDefault;
    public static String settingMissing;
    public static String editorMoreProblems;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}

# plot.gp: the picture of docs/benchmarks.md from the table of zone_bench --table.
#     zone_bench --table > table.tsv
#     gnuplot -e "table='table.tsv'; picture='docs/benchmarks.svg'" bench/plot.gp
if (!exists("kind")) kind = "svg"
if (kind eq "svg") { set terminal svg size 960,340 font "sans-serif,12" background "white" }
if (kind eq "png") { set terminal pngcairo size 960,340 font "sans-serif,10" }
set output picture
set datafile separator "\t"
set multiplot layout 1,3 margins 0.08,0.98,0.17,0.86 spacing 0.06
set logscale y 10
set yrange [0.05:50000]
set format y "10^{%L}"
set grid ytics lc rgb "#dddddd"
set key off
set label 1 "filled, solid: verdict and exact count" at screen 0.08,0.94 tc rgb "#1b6ca8"
set label 2 "open, dashed: the whole answer, concession sets of up to 4 red lines" at screen 0.42,0.94 tc rgb "#b5541c"
set ylabel "milliseconds"
set offsets graph 0.08, graph 0.08, 0, 0
do for [what in "issues width red_lines"] {
    set xlabel (what eq "width" ? "induced width" : what eq "issues" ? "issues" : "red lines")
    if (what eq "width") { set xtics 1 } else { set xtics 60 }
    plot table using (strcol(1) eq what ? column(2) : NaN):(column(6)) with linespoints pt 7 ps 0.8 lw 1.5 lc rgb "#1b6ca8", \
         table using (strcol(1) eq what ? column(2) : NaN):(column(7)) with linespoints pt 6 ps 0.9 dt 2 lw 1.5 lc rgb "#b5541c"
    unset ylabel
    unset label
}
unset multiplot

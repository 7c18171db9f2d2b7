import { ellipse, rectangle } from '../../geometry/outline.ts'
import { cream, palettes, sun } from '../../model/palette.ts'
import type { Scene } from '../../model/scene.ts'

const night = '#17202a'
const crop = { x: 540, y: 76, width: 400, height: 400 }

/** A cup of coffee, with steam. */
export const pauseScene: Scene = {
  name: 'pause',
  ground: palettes.sun.ground,
  crop,
  shapes: [
    { d: ellipse(740, 276, 220, 220), fill: palettes.lingon.ground },
    { d: ellipse(740, 424, 176, 30), fill: palettes.lingon.deep },
    { d: ellipse(740, 412, 150, 26), fill: night },
    { d: ellipse(846, 306, 50, 50), stroke: cream, strokeWidth: 20 },
    { d: 'M620 252L860 252C860 330 842 404 792 412L688 412C638 404 620 330 620 252Z', fill: cream },
    { d: ellipse(740, 254, 120, 26), fill: '#e9dcc6' },
    { d: ellipse(740, 258, 104, 19), fill: '#4a2a17' },
    { d: 'M696 210C676 182 716 168 696 134', stroke: cream, strokeWidth: 12, lineCap: 'round' },
    { d: 'M744 204C724 172 764 154 744 112', stroke: cream, strokeWidth: 12, lineCap: 'round' },
    { d: 'M792 210C772 182 812 168 792 134', stroke: cream, strokeWidth: 12, lineCap: 'round' },
  ],
}

/** A plate between knife and fork. */
export const mealScene: Scene = {
  name: 'meal',
  ground: palettes.pine.ground,
  crop,
  shapes: [
    { d: ellipse(740, 276, 156, 156), fill: cream },
    { d: ellipse(740, 276, 112, 112), fill: '#f0e4cf' },
    { d: ellipse(740, 270, 52, 52), fill: sun },
    { d: 'M676 306C700 268 782 262 806 308C794 350 690 352 676 306Z', fill: palettes.lingon.ground },
    { d: 'M716 292C716 256 744 234 776 232C774 264 752 290 716 292Z', fill: palettes.pine.ground },
    { d: rectangle(548, 236, 14, 190, 7), fill: cream },
    ...[530, 548, 566].map((x) => ({ d: rectangle(x + 2, 132, 10, 92, 5), fill: cream })),
    { d: 'M532 206L578 206C578 240 566 252 555 252C544 252 532 240 532 206Z', fill: cream },
    { d: 'M918 132C952 150 956 240 940 290L918 290Z', fill: cream },
    { d: rectangle(918, 236, 14, 190, 7), fill: cream },
  ],
}
